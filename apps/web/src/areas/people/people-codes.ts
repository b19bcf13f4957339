/** What a person's own data can be, in words. */
export const sexes = { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } } as const;
