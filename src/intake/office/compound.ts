import { diagnostic } from '../../text/diagnostic.ts'
import { refused, type Taken } from '../capture.ts'

/** The stream of a compound file in which an encrypted document lies: its name, as the file writes it (MS-OFFCRYPTO, 2.3.4.4). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * A compound file (OLE), of which DOCX under a password and the documents of old Word are some. Neither is read: Word writes a DOCX under
 * a password so that nothing but the password opens it, and only Office and its like decrypt it.
 */
export function takeCompound(bytes: Uint8Array): Promise<Taken> {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED)
  const problem = isEncrypted
    ? diagnostic(
        'error',
        'paper-encrypted',
        'This document is protected by a password, and its text cannot be had without Office. Open it there with the password, save it without one, and read that.',
      )
    : diagnostic(
        'error',
        'input-binary',
        'This is an old Word or Excel document, not a text. Save it as DOCX or as plain text (UTF-8), and read that.',
      )
  return Promise.resolve(refused(problem))
}
