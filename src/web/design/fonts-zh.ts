// Some two hundred files by ranges of characters, of which a page fetches those whose characters it shows.
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
