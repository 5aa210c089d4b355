/** Hours at which the county's reports of March 2022 ended; the noon ones are those of the briefings. */
export const reportHours = [12, 13, 17, 20, 24] as const;
