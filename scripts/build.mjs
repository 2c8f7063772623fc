// npm run build: installs what is missing and compiles src/ into dist/.
import { build, install } from './workspace.mjs'

install()
build()
