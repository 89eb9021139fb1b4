// Keeps the button that a person presses before the app's script has arrived. The app then acts on it.
(function () {
  var root = document.documentElement;
  var pressed;

  function keep(event) {
    var button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    if (pressed) pressed.removeAttribute('data-pressed');
    pressed = button;
    pressed.setAttribute('data-pressed', '');
  }

  /** The browser itself would send the fields to the server of this page. */
  function prevent(event) {
    event.preventDefault();
  }

  /** Shows the sentence in `index.html` about a script that does not arrive. */
  function showSentence() {
    root.setAttribute('data-app', 'late');
  }

  var timer = setTimeout(showSentence, 10000);
  addEventListener('error', showSentence, true);
  addEventListener('click', keep, true);
  addEventListener('submit', prevent, true);
  addEventListener('app-ready', function () {
    clearTimeout(timer);
    removeEventListener('error', showSentence, true);
    removeEventListener('click', keep, true);
    removeEventListener('submit', prevent, true);
    root.setAttribute('data-app', 'ready');
    if (!pressed) return;
    pressed.removeAttribute('data-pressed');
    pressed.click();
    pressed = undefined;
  });
})();
