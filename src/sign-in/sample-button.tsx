import { useMutation } from '@tanstack/react-query';
import { Alert } from '../ui/alert.tsx';
import { BusyButton } from '../ui/busy-button.tsx';

export function SampleButton({ onSample }: { onSample: () => Promise<void> }) {
  const { mutate, isPending, isError } = useMutation({ mutationFn: onSample, networkMode: 'always', gcTime: 0 });
  return (
    <>
      <BusyButton
        variant="secondary"
        isBusy={isPending}
        busyText="Opening the sample…"
        onClick={() => isPending || mutate()}
      >
        Look around with a sample account
      </BusyButton>
      {isError && (
        <Alert tone="bad" title="The sample account could not be opened." role="alert">
          <p>This page could not fetch it from its own server. Check the connection, then reload the page.</p>
        </Alert>
      )}
    </>
  );
}
