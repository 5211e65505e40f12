package dari.invitations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a hospital asks the list of needs for; it goes into an address and comes back from one. Empty lists let everything
 * through; of a list, one is enough.
 *
 * @param offer the offer that needs are ranked for; null for the usual one
 * @param verdicts permit, ask or deny
 */
public record NeedQuery(
        @Nullable UUID offer,
        List<String> modalities,
        List<String> diseases,
        List<String> verdicts,
        List<Contact> contacts) {

    private static final String OFFER = "offer";
    private static final String MODALITY = "modality";
    private static final String DISEASE = "disease";
    private static final String VERDICT = "verdict";
    private static final String CONTACT = "contact";
    private static final int MOST_CODES = 50;
    private static final int LONGEST_CODE = 100;

    public NeedQuery {
        modalities = List.copyOf(modalities);
        diseases = List.copyOf(diseases);
        verdicts = List.copyOf(verdicts);
        contacts = List.copyOf(contacts);
    }

    /** From the parameters of an address; what cannot be read is left out. */
    public static NeedQuery of(MultiValueMap<String, String> parameters) {
        return new NeedQuery(
                id(parameters.getFirst(OFFER)).orElse(null),
                codes(parameters, MODALITY),
                codes(parameters, DISEASE),
                codes(parameters, VERDICT),
                codes(parameters, CONTACT).stream()
                        .flatMap(code -> Contact.of(code).stream())
                        .toList());
    }

    /** How many conditions are set. */
    public int getConditions() {
        return modalities.size() + diseases.size() + verdicts.size() + contacts.size();
    }

    /** The list with the same offer and conditions. */
    String at(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        if (offer != null) {
            add(address, values, OFFER, List.of(offer.toString()));
        }
        add(address, values, MODALITY, modalities);
        add(address, values, DISEASE, diseases);
        add(address, values, VERDICT, verdicts);
        add(address, values, CONTACT, contacts.stream().map(Contact::code).toList());
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder address, List<Object> values, String name, List<String> codes) {
        for (String code : codes) {
            // as variables, so that every sign of a value is encoded
            address.queryParam(name, "{" + values.size() + "}");
            values.add(code);
        }
    }

    private static List<String> codes(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(code -> !code.isBlank() && code.length() <= LONGEST_CODE)
                .distinct()
                .limit(MOST_CODES)
                .toList();
    }

    private static Optional<UUID> id(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> !text.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How far a hospital and a startup have come about a need. */
    public enum Contact {
        NEW,
        INVITED,
        INTRODUCED,
        DECLINED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Contact> of(String code) {
            return Arrays.stream(values())
                    .filter(contact -> contact.code().equals(code))
                    .findFirst();
        }
    }
}
