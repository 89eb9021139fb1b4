/** Keeps the button that a person presses before the app's script has arrived. The app then acts on it. */
function keepPress() {
  const { dataset } = document.documentElement;
  let pressed;
  let buttonsThen;
  /** Makes the button pale. It is no attribute, because React would not expect one. */
  let mark;

  const buttons = () => [...document.querySelectorAll('#root button')];

  function keep(event) {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    // A sign-in is worth more than a look at the password, by the button beside its field.
    const isBesideField = button.parentElement.previousElementSibling?.localName === 'input';
    if (pressed?.type === 'submit' && isBesideField) return;
    mark?.cancel();
    pressed = button;
    buttonsThen = buttons();
    mark = button.animate({ opacity: 0.6 }, { fill: 'forwards' });
  }

  /** The button at the same place, if React has drawn the same screen again: see `keep-fields.js`. */
  function sameButton() {
    const buttonsNow = buttons();
    return buttonsNow.length === buttonsThen.length ? buttonsNow[buttonsThen.indexOf(pressed)] : undefined;
  }

  // Otherwise the browser would send the fields to the server of this page.
  const prevent = (event) => event.preventDefault();

  /** Shows the sentence in `index.html` about a script that does not arrive. */
  const showSentence = () => {
    dataset.app = 'late';
  };

  /** The app's script did not load, or stopped. Other code in the page, such as an extension's, does not matter. */
  const reportFailure = ({ target, filename = '' }) => {
    if (target.localName === 'script' || filename.includes('/assets/')) showSentence();
  };

  const timer = setTimeout(showSentence, 10_000);
  addEventListener('error', reportFailure, true);
  addEventListener('click', keep, true);
  addEventListener('submit', prevent, true);
  addEventListener(
    'app-ready',
    () => {
      clearTimeout(timer);
      removeEventListener('error', reportFailure, true);
      removeEventListener('click', keep, true);
      removeEventListener('submit', prevent, true);
      dataset.app = 'ready';
      if (!pressed) return;
      mark.cancel();
      // The form can be sent when all of it has started.
      setTimeout(() => (pressed.isConnected ? pressed : sameButton())?.click());
    },
    { once: true },
  );
}

keepPress();
