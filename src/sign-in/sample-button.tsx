import { useMutation } from '@tanstack/react-query';
import { loadErrorWords } from '../plex/errors/load-error.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

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
      {isError && <ErrorNotice words={loadErrorWords.loadFailed} />}
    </>
  );
}
