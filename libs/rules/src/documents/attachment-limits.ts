/** Papers of one file: ours, a parameter. A thick paper file has a hundred pages. */
export const MOST_ATTACHMENTS = 200;
