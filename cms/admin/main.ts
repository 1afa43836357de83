import './admin.css'
import { showFailure, startAdmin } from './start-admin.ts'

startAdmin().catch(showFailure)
