import type { ComponentChildren } from 'preact';

function Icon({ children, size = 20 }: { readonly children: ComponentChildren; readonly size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const ExternalIcon = () => (
  <Icon size={15}>
    <path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="m6 9 6 6 6-6" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon size={18}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);

export const PictureIcon = () => (
  <Icon>
    <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4" />
    <circle cx="9" cy="9" r="0.6" />
  </Icon>
);

export const HashIcon = () => (
  <Icon>
    <path d="M5 9h15M4 15h15M10 4 8 20M16 4l-2 16" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon size={16}>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.6" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.4" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="M4 12 20 4.5 15.5 20l-4-6.2zM11.5 13.8 20 4.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6 6 18" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
    <circle cx="16" cy="7" r="2.2" />
    <circle cx="8" cy="17" r="2.2" />
  </Icon>
);

export const PanelIcon = () => (
  <Icon>
    <path d="M4 5h16v14H4zM15 5v14" />
  </Icon>
);

export const MegaphoneIcon = () => (
  <Icon>
    <path d="M4 10v4a1 1 0 0 0 1 1h3l9 4V5L8 9H5a1 1 0 0 0-1 1zM8.5 15l1.5 5h2l-1-4M20 10v4" />
  </Icon>
);

export const ForumIcon = () => (
  <Icon>
    <path d="M4 5h12v9H9l-5 4zM19 9h1v11l-4-3h-5" />
  </Icon>
);

export const ThreadIcon = () => (
  <Icon>
    <path d="M6 4v10a3 3 0 0 0 3 3h9M15 14l3 3-3 3M10 6h9M10 10h6" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
);
