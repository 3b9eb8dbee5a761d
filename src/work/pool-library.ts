export { Tinypool } from 'tinypool';
