// Improves pages that work without it: focus on the error summary, one submit a click, choices that apply themselves.
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("error-summary")?.focus();
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || "download" in form.dataset) return; // after a download the page is still there
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-autosubmit]")) event.target.form.requestSubmit();
});
// What was typed before and stands under its field can be put back.
document.querySelectorAll("[data-take]").forEach((button) => (button.hidden = false));
document.addEventListener("click", (event) => {
  const take = event.target.closest("[data-take]");
  if (take) document.getElementById(take.dataset.take).value = document.getElementById(`${take.dataset.take}-typed`).textContent;
  if (event.target.closest("[data-print]")) print();
});
// Folds are open where there is room; the summary is only for the phone.
const wide = matchMedia("(min-width: 62rem)");
const folds = () => document.querySelectorAll("details.fold");
wide.addEventListener("change", () => folds().forEach((fold) => (fold.open = wide.matches)));
document.addEventListener("DOMContentLoaded", () => folds().forEach((fold) => { if (wide.matches) fold.open = true; }));
// Forms posted by htmx carry the same token as the page's own forms.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=_csrf]");
  if (token) event.detail.headers["X-CSRF-TOKEN"] = token.value;
});
