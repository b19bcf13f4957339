/** A person at work looks at a handful; who looks at more is copying. Ours, a parameter. */
export const MOST_REVEALS_A_MINUTE = 30;
