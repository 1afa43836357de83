import './admin.css'
import './rows-control.css'
import './decap.css'
import './small-window.css'
import { showFailure, startAdmin } from './start-admin.ts'

startAdmin().catch(showFailure)
