/** What a person reads: Chinese first, English second. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
