export { default } from './*.ftl';
