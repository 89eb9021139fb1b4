import type { ComponentProps } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { StepHeader } from '../step-header.tsx';

type CodeStepProps = {
  login: string;
  onBack: () => void;
  /** The props of the field from React Hook Form. */
  field: Omit<ComponentProps<typeof TextField>, 'label'>;
};

/** The step that asks for the code of an account with two-factor sign-in. */
export function CodeStep({ login, onBack, field }: CodeStepProps) {
  return (
    <div className="grid gap-6 pb-2 sm:pt-30">
      <StepHeader title="Enter your code" onBack={onBack}>
        <p className="text-muted">
          to sign in as <bdi className="font-semibold text-text">{login}</bdi>
        </p>
      </StepHeader>
      <TextField
        {...field}
        label="Code"
        hint="From your authenticator app, or one of your backup codes."
        className="text-title tracking-widest"
        // No numeric keyboard: backup codes can have letters.
        autoComplete="one-time-code"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
    </div>
  );
}
