/** The first `maxLength` UTF-16 units of a text, with an ellipsis if that leaves something out. */
export function cutText(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
