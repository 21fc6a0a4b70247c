// Run once, when the database is made: the house's own user may read, write and index its own data, and nothing else.
db.getSiblingDB('fashionflow').createUser({
  user: 'fashionflow',
  // eslint-disable-next-line no-restricted-properties -- mongosh runs this, outside the house
  pwd: process.env.DB_PASSWORD,
  roles: [{ role: 'readWrite', db: 'fashionflow' }],
});
