export type CalendarDay = {
  /** The event takes this whole day, in the local time zone. */
  day: Date;
  title: string;
  description: string;
  url: string;
  /** The same for every file about the same event, so that a calendar updates it. It must hold no personal data. */
  uid: string;
};

/**
 * An iCalendar file (RFC 5545) with one event of a whole day.
 *
 * @param createdAt the time at which the file is made.
 */
export function calendarFile({ day, title, description, url, uid }: CalendarDay, createdAt: Date): string {
  const nextDay = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Account statement for Plex//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${createdAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${localDay(day)}`,
    `DTEND;VALUE=DATE:${localDay(nextDay)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    // The event does not make the day busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** "20261207" */
function localDay(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return String(year).padStart(4, '0') + String(month).padStart(2, '0') + String(day).padStart(2, '0');
}

/** RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Lines have at most 75 bytes; a longer one goes on in the next line after a space. RFC 5545, section 3.1. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
