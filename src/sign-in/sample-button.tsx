import { useMutation } from '@tanstack/react-query';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';

export function SampleButton({ onSample }: { onSample: () => Promise<void> }) {
  const { mutate, isPending, isError } = useMutation({ mutationFn: onSample, networkMode: 'always', gcTime: 0 });
  return (
    <div className="grid gap-3">
      <Button variant="link" className="justify-self-start" onClick={() => isPending || mutate()}>
        {isPending ? 'Opening the sample…' : 'Look around with a sample account'}
      </Button>
      {isError && (
        <Alert tone="bad" title="The sample account could not be opened." role="alert">
          <p>This page could not fetch it from its own server. Check the connection, then reload the page.</p>
        </Alert>
      )}
    </div>
  );
}
