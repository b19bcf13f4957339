/** Words for the small choices of a petition that have no list of their own in the rules. */
export const contactKinds = {
  first: { zh: '初次', en: 'First contact' },
  repeat: { zh: '重复', en: 'Repeat' },
} as const;
