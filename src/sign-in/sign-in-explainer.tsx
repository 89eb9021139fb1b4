import { Check } from 'lucide';
import { Icon } from '../ui/icon.tsx';
import { type ExplainedStep, ExplainedSteps } from './explained-steps.tsx';

const passwordSteps: ExplainedStep[] = [
  ['If you continue at plex.tv', 'You type it at plex.tv. This page gets only a token.'],
  ['If you type it here', 'The server of this page sends it to plex.tv and keeps nothing.'],
  ['When you sign out', 'plex.tv ends the sign-in, and this browser forgets you.'],
];

const codeSteps: ExplainedStep[] = [
  ['plex.tv accepted your password', 'Your account has two-factor sign-in, so plex.tv asks for a code too.'],
  ['The code goes to plex.tv, once', 'A code from the app works for about half a minute, a backup code only once.'],
  ['You see your account', 'This page keeps neither the password nor the code.'],
];

/** The questions that the account page answers. */
const questions = [
  'Do I have a Plex Pass, and until when?',
  'Who takes the money, and where can I cancel?',
  'Is my account safe, and what should I do first?',
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
        <h2 className="text-fine font-semibold text-muted">What you can find out</h2>
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
