import type { Channel } from '../../../guild/model.ts';
import { ForumIcon, HashIcon, MegaphoneIcon, ThreadIcon } from '../icons.tsx';

/** The sign that Discord puts before a channel's name. */
export function KindIcon({ kind }: Pick<Channel, 'kind'>) {
  switch (kind) {
    case 'text':
      return <HashIcon />;
    case 'announcement':
      return <MegaphoneIcon />;
    case 'forum':
      return <ForumIcon />;
    case 'thread':
      return <ThreadIcon />;
  }
}
