import './admin.css'
import './rows-control.css'
import './decap.css'
import './decap-parts.css'
import './advice-notice.css'
import './small-window.css'
import './preview-pane.css'
import { showFailure, startAdmin } from './start-admin.ts'

startAdmin().catch(showFailure)
