/** Only a person can mend it: what is configured, or what Discord lets this bot do. Its message says what to do. */
export class Unfit extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unfit';
  }
}
