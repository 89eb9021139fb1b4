/**
 * Keeps what a person does with the fields before the app's script has arrived. A translator or a password manager may
 * change the form; React then draws it again, with new fields.
 */
function keepFields() {
  const fields = new Set();
  let focused;
  const keep = ({ target }) => target.localName === 'input' && fields.add(target);
  const keepFocused = ({ target }) => {
    focused = target;
    keep({ target });
  };

  function putBack() {
    for (const type of ['input', 'change']) removeEventListener(type, keep, true);
    removeEventListener('focusin', keepFocused, true);
    for (const before of fields) {
      const field = document.getElementsByName(before.name)[0];
      if (!field || before.isConnected) continue;
      field.value = before.value;
      field.checked = before.checked;
      if (before === focused && document.activeElement === document.body) {
        field.focus();
        if (before.selectionStart !== null) field.setSelectionRange(before.selectionStart, before.selectionEnd);
      }
    }
  }

  for (const type of ['input', 'change']) addEventListener(type, keep, true);
  addEventListener('focusin', keepFocused, true);
  addEventListener('app-ready', putBack, { once: true });
}

keepFields();
