import type { Term } from '../../ui/terms.tsx';

export const profileTerms: readonly Term[] = [
  ['SDH', 'Subtitles for the deaf and hard of hearing: they also name sounds and speakers.'],
  ['Forced subtitles', 'Only for parts in another language than the film’s own, such as an alien’s words.'],
  ['Accessible audio', 'A sound track that also describes the picture.'],
];
