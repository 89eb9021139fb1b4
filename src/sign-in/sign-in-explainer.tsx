import { Check } from 'lucide';
import { lazy, Suspense } from 'react';
import { Icon } from '../ui/icon.tsx';
import { type ExplainedStep, ExplainedSteps } from './explained-steps.tsx';
import { loadPasswordSignIn } from './load-password-sign-in.ts';

const CodeExplainer = lazy(async () => ({ default: (await loadPasswordSignIn()).views.CodeExplainer }));

const passwordSteps: ExplainedStep[] = [
  ['Nowhere, if you continue at plex.tv', 'You type it there, and this page gets only a key.'],
  ['Straight to plex.tv, if you type it here', 'The server of this page passes it on and keeps nothing.'],
  ['You sign out, and it is gone', 'plex.tv is told, and this browser forgets you.'],
];

/** The questions that the account page answers. */
const questions = [
  'Do I have a Plex Pass, and until when?',
  'Who takes the money, and where do I stop it?',
  'Is my account safe, and what comes first?',
  'Who is in my Home, and what can they do?',
];

export function SignInExplainer({ isSample, isCodeStep }: { isSample: boolean; isCodeStep: boolean }) {
  return (
    <aside className="grid content-center bg-sunken px-4 py-12 lg:px-10">
      <div className="mx-auto grid w-full max-w-95 gap-12 lg:max-w-100">
        {isCodeStep ? (
          <Suspense>
            <CodeExplainer />
          </Suspense>
        ) : (
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
        )}
      </div>
    </aside>
  );
}
