package dari.load;

import dari.secondfactor.Totp;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in by the pages, with both steps, or a program with a token, or nobody in particular. */
final class Visitor {

    /** Those who sign in: everyone's first of a kind, who has the most on the desk. */
    static final List<String> EMAILS = List.of(
            "startup@load.example",
            "hospital@load.example",
            "program@load.example",
            "reviewer@load.example",
            "auditor@load.example");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final @Nullable String token;

    Visitor(URI base) {
        this(base, null);
    }

    Visitor(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    Visitor signedIn(String email, String secret) {
        post("/login", "email", email, "password", Cast.PASSWORD);
        long step = Totp.stepAt(Instant.now());
        for (long next = step; next <= step + 1; next++) {
            post("/login/code", "code", Totp.code(Totp.secret(secret), next));
            if (open("/home", null).statusCode() == 200) {
                return this;
            }
        }
        throw new IllegalStateException(email + " could not sign in");
    }

    /** @param page under which the server's time is kept; null for none */
    HttpResponse<String> open(String path, @Nullable String page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (page != null) {
            request.header(ServerTimes.HEADER, page);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private void post(String path, String... fields) {
        Matcher csrf = CSRF.matcher(open(path, null).body());
        if (!csrf.find()) {
            throw new IllegalStateException("no form at " + path);
        }
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(csrf.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
