/** Keeps the button that a person presses before the app's script has arrived. The app then acts on it. */
function keepPress() {
  const { dataset } = document.documentElement;
  let pressed;

  function keep(event) {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    if (pressed) delete pressed.dataset.pressed;
    pressed = button;
    button.dataset.pressed = '';
  }

  // Otherwise the browser would send the fields to the server of this page.
  const prevent = (event) => event.preventDefault();

  /** Shows the sentence in `index.html` about a script that does not arrive. */
  const showSentence = () => {
    dataset.app = 'late';
  };

  const timer = setTimeout(showSentence, 10_000);
  addEventListener('error', showSentence, true);
  addEventListener('click', keep, true);
  addEventListener('submit', prevent, true);
  addEventListener(
    'app-ready',
    () => {
      clearTimeout(timer);
      removeEventListener('error', showSentence, true);
      removeEventListener('click', keep, true);
      removeEventListener('submit', prevent, true);
      dataset.app = 'ready';
      if (!pressed) return;
      delete pressed.dataset.pressed;
      pressed.click();
    },
    { once: true },
  );
}

keepPress();
