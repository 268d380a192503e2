/** Discord's limits, in UTF-16 units or counts (https://docs.discord.com/developers/components/reference). */
export const limits = {
  /** Plain message content. */
  content: 2_000,
  /** All text displays of a message together. */
  text: 4_000,
  /** Components of a message, nested ones counted. */
  components: 40,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  buttonUrl: 512,
  selectOptions: 25,
  selectLabel: 100,
  selectPlaceholder: 150,
  galleryItems: 10,
  pictureDescription: 1_024,
  mediaUrl: 2_048,
  choices: 25,
  choiceName: 100,
  embedTitle: 256,
  embedDescription: 4_096,
  /** Titles, descriptions and footers of a message's embeds together. */
  embeds: 6_000,
  threadName: 100,
} as const;
