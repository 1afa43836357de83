import './admin.css'
import './decap.css'
import './small-window.css'
import { showFailure, startAdmin } from './start-admin.ts'

startAdmin().catch(showFailure)
