import { type Tone, ToneIcon } from './icon.tsx';

const tones: Record<Tone, string> = {
  good: 'bg-good-ground text-good',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
  quiet: 'bg-sunken text-text',
};

export type BadgeContent = { tone: Tone; text: string };

export function Badge({ tone, text }: BadgeContent) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full font-sans whitespace-nowrap px-2 py-0.5 text-fine font-semibold ${tones[tone]}`}
    >
      {tone !== 'quiet' && <ToneIcon tone={tone} />}
      <bdi>{text}</bdi>
    </span>
  );
}
