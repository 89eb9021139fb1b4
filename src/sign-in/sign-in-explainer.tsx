import { Check } from 'lucide';
import { Icon } from '../ui/icon.tsx';
import { type ExplainedStep, ExplainedSteps } from './explained-steps.tsx';

const passwordSteps: ExplainedStep[] = [
  ['Nowhere, if you continue at plex.tv', 'You type it there, and this page gets only a key.'],
  ['Straight to plex.tv, if you type it here', 'The server here passes it on and keeps nothing.'],
  ['You sign out, and it is gone', 'plex.tv is told, and this browser forgets you.'],
];

const codeSteps: ExplainedStep[] = [
  ['plex.tv accepted your password', 'Your account has two-factor sign-in, so it asks for a code too.'],
  ['The code goes to plex.tv, once', 'A code from the app works for about half a minute, a backup code only once.'],
  ['You see your account', 'This page keeps neither the password nor the code.'],
];

/** The questions that the account page answers. */
const questions = [
  'Do I have a Plex Pass, and until when?',
  'Who takes the money, and where do I stop it?',
  'Is my account safe, and what comes first?',
  'Who is in my Home, and what can they do?',
];

type SignInExplainerProps = { isSample: boolean; isCodeStep: boolean };

export function SignInExplainer({ isSample, isCodeStep }: SignInExplainerProps) {
  if (isCodeStep) return <ExplainedSteps title="What happens now" isFirstDone steps={codeSteps} />;
  return (
    <>
      {/* The sample sends nothing to plex.tv. */}
      {!isSample && <ExplainedSteps title="Where your password goes" steps={passwordSteps} />}
      <section className="grid gap-4">
        <h2 className="text-fine font-semibold text-muted">What you will know</h2>
        <ul className="grid gap-2.5">
          {questions.map((question) => (
            <li key={question} className="flex gap-4">
              <span className="w-7 shrink-0 text-center text-good">
                <Icon node={Check} />
              </span>
              {question}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
