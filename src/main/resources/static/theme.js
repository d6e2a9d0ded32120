// Tabler reads the theme from an attribute: follow what the system prefers.
document.documentElement.dataset.bsTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
