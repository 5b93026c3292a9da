; The teaching kernel of the laboratory: what is in the image, in which order. README.md tells more.

        cpu 486

%include "privileged.inc"
%include "layout.inc"
%include "macros.inc"

%ifdef MAP                              ; nasm -DMAP=kernel.map: where every symbol is
        [map symbols MAP]
%endif

        section boot start=0 vstart=0x7C00
        section real start=512 vstart=512
        section text start=KERNEL_OFFSET vstart=KERNEL_TEXT
        section strings start=STRINGS_OFFSET vstart=(KERNEL_BASE + LOAD_BASE + STRINGS_OFFSET)
strings_start:
        section data start=DATA_OFFSET vstart=(KERNEL_BASE + LOAD_BASE + DATA_OFFSET)
data_start:

        section boot
        bits 16
%include "boot.asm"

        section real
%include "enter.asm"
        times KERNEL_OFFSET - 512 - ($ - $$) db 0

        section text
        bits 32
%include "start.asm"
%include "locks.asm"
%include "console.asm"
%include "descriptors.asm"
%include "interrupts.asm"
%include "memory.asm"
%include "spaces.asm"
%include "faults.asm"
%include "processes.asm"
%include "scheduler.asm"
%include "calls.asm"
%include "checks.asm"
%include "batches.asm"
%ifdef PARAVIRTUAL
%include "hypercalls.asm"
%endif
        times STRINGS_OFFSET - KERNEL_OFFSET - ($ - $$) db 0

%include "programs.asm"

        section strings
        times DATA_OFFSET - STRINGS_OFFSET - ($ - $$) db 0
        section data
        times PROGRAMS_OFFSET - DATA_OFFSET - ($ - $$) db 0
        section rest start=(LOADED_SECTORS * 512)
        times (IMAGE_SECTORS - LOADED_SECTORS) * 512 db 0

%include "work.asm"
