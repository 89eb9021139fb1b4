import { Check } from 'lucide';
import { Suspense } from 'react';
import { Icon } from '../ui/icon.tsx';
import { lazyWithPreload } from '../ui/lazy-with-preload.tsx';
import { type ExplainedStep, ExplainedSteps } from './explained-steps.tsx';
import { loadPasswordSignIn } from './load-password-sign-in.ts';

const [CodeExplainer, preloadCodeExplainer] = lazyWithPreload(
  async () => (await loadPasswordSignIn()).views.CodeExplainer,
);

const passwordSteps: ExplainedStep[] = [
  ['If you continue at plex.tv', 'You type it at plex.tv. This page gets only a token.'],
  ['If you type it here', 'The server of this page sends it to plex.tv and keeps nothing.'],
  ['When you sign out', 'plex.tv ends the sign-in, and this browser forgets you.'],
];

/** The questions that the account page answers. */
const questions = [
  'Do I have a Plex Pass, and until when?',
  'Who takes the money, and where can I cancel?',
  'Is my account safe, and what should I do first?',
  'Who is in my Home, and what can they do?',
];

export function SignInExplainer({ isSample, isCodeStep }: { isSample: boolean; isCodeStep: boolean }) {
  return (
    <aside className="bg-sunken">
      {/* Does not move when the form grows. */}
      <div className="sticky top-0 mx-auto grid max-w-107 content-center gap-12 px-4 py-12 lg:min-h-dvh">
        {isCodeStep ? (
          <Suspense>
            <CodeExplainer />
          </Suspense>
        ) : (
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
        )}
      </div>
    </aside>
  );
}

export { preloadCodeExplainer };
