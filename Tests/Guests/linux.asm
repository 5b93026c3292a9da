; A kernel for the Linux boot protocol that looks at what it was given. Its header says protocol 2.00
; and zImage; a test writes another version and load flag into it.

        cpu 386
        bits 16
        org 0

LOADED_HIGH     equ 0x01
COMMAND_LINE    equ 0xA33F

        times 0x1F1 db 0
        db 1                            ; setup sectors
        dw 0
        dd 1                            ; paragraphs of the kernel
        dw 0
        dw 0xFFFF                       ; video mode
        dw 0
        dw 0xAA55
        jmp start
        times 0x202 - ($ - $$) db 0
        db "HdrS"
version:
        dw 0x200
        dd 0
        dw 0, 0
loader: db 0
flags:  db 0
        dw 0x8000
        dd 0x100000
ram_disk:
        dd 0, 0
        dd 0
heap_end:
        dw 0, 0
command_line:
        dd 0
        dd 0x2FFFFF                     ; the RAM disk's last byte, at most
        times 0x238 - ($ - $$) db 0
        dd 255
        times 0x268 - ($ - $$) db 0

start:
        mov bp, sp
        pushf
        pop ax
        mov si, text_interrupts
        test ah, 0x02
        jnz bad
        mov si, text_segments
        mov ax, ss
        mov bx, ds
        cmp ax, bx
        jne bad
        mov cx, cs
        add ax, 0x20
        cmp ax, cx
        jne bad
        mov si, text_stack
        test bp, bp
        jz bad
        mov si, text_loader
        cmp byte [loader], 0xFF
        jne bad
        mov si, text_heap
        cmp word [version], 0x201
        jb .no_heap
        test byte [flags], 0x80
        jz bad
        mov ax, [heap_end]
        add ax, 0x200
        cmp ax, bp
        jne bad
.no_heap:
        mov si, text_video
        cmp word [0x1FA], 0x123
        jne bad

        ; The command line.
        mov eax, [command_line]
        cmp word [version], 0x202
        jae .addressed
        mov si, text_magic
        cmp word [0x20], COMMAND_LINE
        jne bad
        movzx eax, word [0x22]
        xor ebx, ebx
        mov bx, ds
        shl ebx, 4
        add eax, ebx
.addressed:
        xor cx, cx
        call print_flat
        ; The kernel.
        mov eax, 0x10000
        test byte [flags], LOADED_HIGH
        jz .low
        mov eax, 0x100000
.low:
        xor cx, cx
        call print_flat
        ; The RAM disk.
        mov eax, [ram_disk]
        mov cx, [ram_disk + 4]
        call print_flat
        mov al, 0
        out 0xF4, al
stop:   hlt
        jmp stop

bad:
        lodsb
        out 0xE9, al
        test al, al
        jnz bad
        mov al, 1
        out 0xF4, al
        jmp stop

; Print CX bytes (or up to a zero if CX = 0) at the physical address EAX, then a new line.
print_flat:
        mov esi, eax
        xor eax, eax
        mov ax, cs
        shl eax, 4
        sub eax, 0x200
        add eax, descriptors            ; we are assembled for the segment 20h paragraphs below
        mov [table + 2], eax
        push ds
        lgdt [table]
        mov eax, cr0
        or al, 1
        mov cr0, eax
        mov bx, 8
        mov fs, bx
        and al, 0xFE
        mov cr0, eax
        pop ds
.next:
        mov al, [fs:esi]
        inc esi
        test cx, cx
        jz .text
        out 0xE9, al
        dec cx
        jnz .next
        jmp .end
.text:
        test al, al
        jz .end
        out 0xE9, al
        jmp .next
.end:
        mov al, 10
        out 0xE9, al
        mov ax, ds
        mov fs, ax
        ret

table:  dw 15
        dd 0
        align 8
descriptors:
        dq 0
        dq 0x00CF93000000FFFF

text_interrupts: db "interrupts on", 0
text_segments:  db "segments", 0
text_stack:     db "stack", 0
text_loader:    db "type of loader", 0
text_heap:      db "heap", 0
text_video:     db "video mode", 0
text_magic:     db "command line's magic", 0

        times 1024 - ($ - $$) db 0
        db "the kernel", 0
        times 16 - ($ - $$) % 16 db 0
