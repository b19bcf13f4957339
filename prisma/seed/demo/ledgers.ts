import type { Work } from '#casework/work';
export async function takeInLedgers(_work: Work): Promise<void> {}
