import { type ComponentProps, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAutoHide } from '../ui/use-auto-hide.ts';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'type' | 'action'>;

export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  useAutoHide(isShown, () => setShown(false));
  return (
    <TextField
      {...props}
      label="Password"
      type={isShown ? 'text' : 'password'}
      // Browsers restore a text field after a crash or a restart, unless its autocomplete is off.
      autoComplete={isShown ? 'off' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      action={
        <Button
          variant="link"
          aria-label={isShown ? 'Hide password' : 'Show password'}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </Button>
      }
    />
  );
}
