import { loadErrorWords } from '../plex/errors/load-error.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useLoading } from '../ui/use-loading.ts';

export function SampleButton({ onSample }: { onSample: () => Promise<void> }) {
  const { isLoading, error, load } = useLoading();
  return (
    <>
      <BusyButton
        variant="secondary"
        isBusy={isLoading}
        busyText="Opening the sample…"
        onClick={() => isLoading || load(onSample)}
      >
        Look around with a sample account
      </BusyButton>
      {error !== undefined && <ErrorNotice words={loadErrorWords.loadFailed} />}
    </>
  );
}
