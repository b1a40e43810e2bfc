export { default } from './first/*.ftl';
