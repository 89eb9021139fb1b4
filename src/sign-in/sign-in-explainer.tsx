import { Check } from 'lucide';
import { Icon } from '../ui/icon.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';

/** The questions that the account page answers. */
const questions = [
  'Do I have a Plex Pass, and until when?',
  'Who do I pay, and where do I stop?',
  'Is my account safe, and what should I fix first?',
  'Who is in my Home, and what can they do?',
];

export function SignInExplainer({ isSample }: { isSample: boolean }) {
  const steps: [title: string, text: string][] = [
    isSample
      ? ['It goes nowhere.', 'The sample plex.tv lives in this tab.']
      : ['From this tab to plex.tv, through this page’s own server.', 'Nowhere else. Nothing here writes it down.'],
    ['plex.tv answers with your account.', 'The password is forgotten at that moment.'],
    ['You sign out, and it is gone.', 'plex.tv is told, and this browser forgets you.'],
  ];
  return (
    <aside className="grid content-center bg-sunken px-5 py-12 lg:px-20">
      <div className="mx-auto grid w-full max-w-md gap-12 lg:mx-0">
        <section className="grid gap-4">
          <h2 className="font-semibold text-muted">Where your password goes</h2>
          <ol className="grid gap-4">
            {steps.map(([title, text], index) => (
              <li key={title} className="flex gap-4">
                <span
                  aria-hidden="true"
                  className="grid size-7 shrink-0 place-items-center rounded-full border border-edge text-fine"
                >
                  {index + 1}
                </span>
                <span>
                  <strong className="block font-semibold">{title}</strong>
                  <span className="text-muted">{text}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section className="grid gap-4">
          <h2 className="font-semibold text-muted">What you will know</h2>
          <ul className="grid gap-3">
            {questions.map((question) => (
              <li key={question} className="flex gap-3">
                <span className="pt-0.5 text-good">
                  <Icon node={Check} />
                </span>
                {question}
              </li>
            ))}
          </ul>
        </section>
        <div className="grid gap-4 text-fine text-muted">
          <p>An unofficial, open-source page, not made by Plex.</p>
          <span className="justify-self-start">
            <ThemeSwitch />
          </span>
        </div>
      </div>
    </aside>
  );
}
