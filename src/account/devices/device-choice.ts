/** Which devices the person has chosen, by id, while the rows are a choice. */
export type Choice = {
  chosenIds: ReadonlySet<string>;
  /** Chooses all of these ids, or none of them if all are chosen. */
  onToggle: (ids: readonly string[]) => void;
};
