; Real mode: what only the BIOS can tell or do, then protected mode. DS = CS = BOOT_SEGMENT, so that
; offsets are those in the image. Nothing here goes through privileged.inc: in real mode there are no
; rings, and a monitor runs this in virtual-8086 mode, where all of it traps.

enter:
        mov ax, cs
        mov ds, ax
        find_monitor .no_monitor
        call open_a20
        jc .no_a20
        mov ah, 0x88                    ; KiB above 1 MiB
        int 0x15
        jc .no_memory
        mov [extended_memory], ax
        mov ax, 0x0003                  ; 80 x 25 text, an empty screen
        int 0x10
        cli
        lgdt [first_gdt_pointer]
        mov eax, cr0
        or eax, CR0_PROTECTION
        mov cr0, eax
        jmp dword FIRST_CODE:(start - KERNEL_BASE)

.no_monitor:
        mov si, .monitor_message
        jmp .print
.no_a20:
        mov si, .a20_message
        jmp .print
.no_memory:
        mov si, .memory_message
.print:
        lodsb
        or al, al
        jz .stop
        mov ah, 0x0E
        mov bx, 0x0007
        int 0x10
        jmp .print
.stop:
        cli
        hlt
        jmp .stop
.a20_message:
        db "Address line 20 stays shut.", 13, 10, 0
.monitor_message:
        db "This kernel needs a paravirtualising monitor.", 13, 10, 0
.memory_message:
        db "INT 15h does not tell how much memory there is.", 13, 10, 0

; Open address line 20: it may be open, the BIOS may know how, port 92h may do it. CF when it stays shut.
open_a20:
        call test_a20
        jnc .done
        mov ax, 0x2401
        int 0x15
        call test_a20
        jnc .done
        in al, SYSTEM_A
        or al, 2
        and al, ~1                      ; bit 0 resets the processor
        out SYSTEM_A, al
        call test_a20
.done:
        ret

; CF when 1 MiB above a word is that same word.
test_a20:
        push ds
        push es
        xor ax, ax
        mov ds, ax
        dec ax
        mov es, ax
        mov ax, [0x0600]
        push ax
        not ax
        mov [es:0x0610], ax             ; FFFF:0610 is 0:0600 plus 1 MiB
        cmp [0x0600], ax
        pop word [0x0600]
        pop es
        pop ds
        je .shut
        clc
        ret
.shut:
        stc
        ret

; The first descriptor table has just what the way into the upper half needs.
        align 8, db 0
first_gdt:
        dq 0
        dq 0x00CF9A000000FFFF
        dq 0x00CF92000000FFFF
first_gdt_pointer:
        dw $ - first_gdt - 1
        dd LOAD_BASE + first_gdt

extended_memory:
        dw 0
