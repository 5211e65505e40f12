// Shows a question that hangs on another answer only where that answer is given. Without this, it says so in words.
const form = document.getElementById("application");
if (form) {
  const chosen = (condition) => {
    const at = condition.indexOf("=");
    return [...form.elements].some((field) =>
      field.name === "q." + condition.slice(0, at) && field.value === condition.slice(at + 1) && field.checked && !field.closest("[hidden]"));
  };
  const show = () => form.querySelectorAll("[data-when]").forEach((question) => { question.hidden = !chosen(question.dataset.when); });
  form.addEventListener("change", show);
  show();
}
