/** The database cannot be used as it is; the message is one English sentence for whoever runs the bot. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
