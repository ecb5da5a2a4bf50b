// Toasts and the offline banner, as Aura draws them (facts/salesforce.md §1.10).
import { onConnectionChange } from 'aura/connection';

const SHOWN_MS = 6000;

/** `kind` is `success` or `error`. */
export function showToast(kind, message) {
  const toast = document.createElement('div');
  toast.className = 'slds-notify_container slds-is-relative forceToastManager';
  toast.innerHTML = `
    <div class="slds-notify slds-notify--toast forceToastMessage" role="alert">
      <span class="slds-icon_container slds-m-right_small slds-no-flex slds-align-top">
        <svg class="slds-icon slds-icon_small" aria-hidden="true"><use></use></svg>
      </span>
      <div class="toastContent slds-notify__content"><span class="toastMessage slds-text-heading--small forceActionsText"></span></div>
      <div class="slds-notify__close">
        <button class="slds-button slds-button_icon slds-button_icon-inverse toastClose" title="Close">
          <svg class="slds-button__icon slds-button__icon_large" aria-hidden="true"><use href="/assets/icons/utility-sprite/svg/symbols.svg#close"></use></svg>
        </button>
      </div>
    </div>`;
  toast.querySelector('.slds-notify').classList.add(`slds-theme--${kind}`, `slds-theme_${kind}`);
  toast.querySelector('use').setAttribute('href', `/assets/icons/utility-sprite/svg/symbols.svg#${kind}`);
  toast.querySelector('.toastMessage').textContent = message;
  toast.querySelector('.toastClose').addEventListener('click', () => toast.remove());
  document.querySelector('.forceVisualMessageQueue').append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}

export function showOfflineBanner() {
  onConnectionChange((connected) => {
    document.querySelector('.offlineBanner')?.remove();
    if (connected) return;
    const banner = document.createElement('div');
    banner.className = 'slds-notify_alert slds-theme_warning offlineBanner';
    banner.setAttribute('role', 'status');
    banner.textContent = "You're offline. Check your connection and try again.";
    document.querySelector('.oneHeader').append(banner);
  });
}

/** An error that no callback hears: the action that met it stays without an answer. */
export function showSystemErrors() {
  document.addEventListener('aura:systemError', () => showToast('error', 'Sorry to interrupt. This page has an error. Refresh it.'));
}
