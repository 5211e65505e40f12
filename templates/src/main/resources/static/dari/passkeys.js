// Asks the person's device for a passkey: to make one on the account's page, to show one at sign-in.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const withBytes = (credentials = []) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

async function send(form, path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: {
      "Accept": "application/json",
      "Content-Type": "application/json",
      "X-CSRF-TOKEN": form.elements._csrf.value,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const content = await answer.text();
  return content ? JSON.parse(content) : null;
}

function answerOf(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

async function add(form, path) {
  const asked = await send(form, `${path}/options`, {});
  const credential = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: withBytes(asked.excludeCredentials),
    },
  });
  await send(form, path, { name: form.elements.name.value, credential: answerOf(credential) });
}

async function signIn(form, path) {
  const asked = await send(form, `${path}/options`, {});
  const credential = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: withBytes(asked.allowCredentials) },
  });
  await send(form, path, answerOf(credential));
}

const supported = "PublicKeyCredential" in globalThis;
document.querySelectorAll("[data-passkey-missing]").forEach((message) => (message.hidden = supported));
document.querySelectorAll("form[data-passkey]").forEach((form) => {
  form.hidden = !supported;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation(); // what counts clicks on ordinary forms would let this one go only once
    const trouble = form.querySelector("[data-passkey-trouble]");
    const button = form.querySelector("button");
    trouble.hidden = true;
    button.disabled = true;
    try {
      await (form.dataset.passkey === "add" ? add : signIn)(form, form.getAttribute("action"));
      location.assign(form.dataset.onward);
    } catch {
      trouble.hidden = false;
      button.disabled = false;
    }
  });
});
