import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';

type Shown = { user: UserEvent; queryClient: QueryClient; unmount: () => void };

/** Draws a part of the page in what `main.tsx` puts around it, for a person to use. */
export function renderWithQueryClient(part: ReactNode): Shown {
  const queryClient = new QueryClient();
  const { unmount } = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{part}</QueryClientProvider>
    </StrictMode>,
  );
  return { user: userEvent.setup(), queryClient, unmount };
}
