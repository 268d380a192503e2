/** What the preview's page itself says, in the language of the reader who looks at it. Plain text all. */
export interface PreviewWords {
  /** Names of the languages, each in itself. */
  readonly languages: Readonly<Record<'en' | 'zh-CN' | 'zh-TW', string>>;
  /** Where the page is, printed at the start. */
  readonly address: (url: string) => string;
  readonly channel: {
    readonly welcome: (channel: string) => string;
    /** Before the commands that one may begin with. */
    readonly tryOne: string;
    /** In the empty message box. */
    readonly placeholder: (channel: string) => string;
    readonly channels: string;
    readonly messages: string;
    readonly app: string;
    readonly send: string;
  };
  readonly channels: {
    readonly about: Readonly<Record<'text' | 'announcement' | 'forum', string>>;
    /** Below a thread's name. */
    readonly startedBy: (name: string) => string;
    /** After the name of a channel that holds something new, and after the number of mentions in it. */
    readonly unread: string;
    readonly pings: string;
    readonly tags: string;
    readonly threads: string;
    readonly noThreads: string;
    readonly messages: (count: number) => string;
    readonly openThread: string;
  };
  /** What waits to be announced. */
  readonly waiting: {
    readonly title: string;
    readonly nothing: string;
    readonly failed: string;
  };
  /** What things are called in the server that the page pretends. */
  readonly guild: {
    readonly readers: string;
    readonly moderators: string;
    readonly firstThread: string;
    readonly firstWords: string;
  };
  readonly message: {
    /** Between a reader and what they sent: “Lin used /insight”. */
    readonly used: string;
    readonly onlyYou: string;
    readonly dismiss: string;
    readonly thinking: string;
    readonly edited: string;
    /** Below a message that every server gets which follows the channel. */
    readonly published: string;
    readonly more: string;
    readonly apps: string;
    readonly spoiler: string;
    readonly picture: string;
    /** In a picture's place; `host` is where it lies. */
    readonly pictureElsewhere: (host: string) => string;
    readonly failed: string;
    readonly repliesTo: (name: string) => string;
  };
  readonly command: {
    readonly list: string;
    readonly none: string;
    readonly required: string;
    readonly missing: string;
    readonly optional: (count: number) => string;
    readonly choices: string;
    readonly looking: string;
    readonly noChoices: string;
    readonly yes: string;
    readonly no: string;
    readonly cancel: string;
  };
  readonly switches: {
    readonly settings: string;
    readonly reader: string;
    readonly readerLanguage: string;
    readonly serverLanguage: string;
    readonly look: string;
    readonly light: string;
    readonly dark: string;
    readonly width: string;
    readonly desktop: string;
    readonly phone: string;
    readonly close: string;
  };
  readonly panel: {
    readonly title: string;
    readonly posts: string;
    readonly response: string;
    readonly counts: (count: number) => string;
    readonly sections: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly noAddress: string;
    readonly noDate: string;
    readonly problems: (count: number) => string;
    readonly openCard: string;
    readonly noInsights: string;
    readonly howInsights: string;
    readonly copy: string;
    readonly copied: string;
    /** The lines of front matter that give a post insights, at most six. */
    readonly insightLines: string;
    readonly pictureNeedsAddress: string;
    readonly pictureMissing: (source: string) => string;
    readonly ownPosts: string;
    readonly ownPostsHow: string;
    readonly empty: string;
    readonly responseOf: string;
    readonly noResponse: string;
    readonly characters: string;
    readonly components: string;
    readonly size: (bytes: number) => string;
    readonly stopped: string;
  };
}
