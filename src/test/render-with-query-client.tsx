import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';

type Rendered = { user: UserEvent; queryClient: QueryClient; unmount: () => void };

/** Renders a part of the page in strict mode, with TanStack Query. */
export function renderWithQueryClient(children: ReactNode): Rendered {
  const queryClient = new QueryClient();
  const { unmount } = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>,
  );
  return { user: userEvent.setup(), queryClient, unmount };
}
