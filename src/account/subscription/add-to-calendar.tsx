import { Button } from '../../ui/button.tsx';
import { type CalendarDay, calendarFile } from '../../ui/calendar-file.ts';
import { downloadText } from '../../ui/download-text.ts';

/** Downloads a calendar file with the day on which a subscription renews or ends. */
export function AddToCalendar({ day }: { day: CalendarDay }) {
  return (
    <Button
      variant="link"
      onClick={() => downloadText(calendarFile(day, new Date()), 'plex-subscription.ics', 'text/calendar')}
    >
      Add to calendar
    </Button>
  );
}
